"""How the models are made: the judge's, from a folder of pages with a hand-checked body, and the
weights of typos (`training.lexicon`, `training.typos`).

``python -m training --data DIR`` reads the pages, labels their paragraphs, trains on folds of
sites, reports what the folds say, trains on everything and writes the model files. Nothing here is
needed to clean a page.
"""
