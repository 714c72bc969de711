"""Arrays over the lines of pages: characters and words measured, rows of many pages side by side,
and a small net over them. What is asked of them belongs to the stages.
"""
