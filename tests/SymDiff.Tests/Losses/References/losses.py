"""The losses as PyTorch's documentation defines them, for numbers of mpmath. Each gives the terms that are reduced and what the mean divides them by."""

from mpmath import mp, mpf

from mpmath import exp, log, sqrt


def rows(numbers, count):
    length = len(numbers) // count if count else 0
    return [numbers[i * length:(i + 1) * length] for i in range(count)]


def plain(term):
    """A loss that is the sum of a function of target and prediction, element by element."""
    return lambda y, x, o: ([term(yi, xi, o) for yi, xi in zip(y, x)], len(x))


def clamped_log(x):
    return max(log(x), mpf(-100)) if x > 0 else mpf(-100)


def bce(y, x, o):
    w = o.get("weight") or [1] * len(x)
    return [-w[i] * (y[i] * clamped_log(x[i]) + (1 - y[i]) * clamped_log(1 - x[i])) for i in range(len(x))], len(x)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def bce_with_logits(y, x, o):
    w = o.get("weight") or [1] * len(x)
    p = o.get("positiveWeight") or [1]
    return [-w[i] * (p[i % len(p)] * y[i] * log(sigmoid(x[i])) + (1 - y[i]) * log(1 - sigmoid(x[i]))) for i in range(len(x))], len(x)


def log_softmax(row):
    total = sum(exp(v) for v in row)
    return [v - log(total) for v in row]


def cross_entropy_of_labels(y, x, o):
    table = [log_softmax(row) for row in rows(x, len(y))]
    classes = len(table[0])
    w = o.get("weight") or [1] * classes
    eps = mpf(o.get("labelSmoothing", 0))
    terms, weights = [], []
    for label, row in zip(y, table):
        if label == o.get("ignoreIndex", -100):
            continue
        # Smoothing mixes the target with the uniform distribution; the weight is that of each class.
        terms.append(-(1 - eps) * w[label] * row[label] - eps / classes * sum(wc * v for wc, v in zip(w, row)))
        weights.append(w[label])
    return terms, sum(weights)


def cross_entropy_of_probabilities(y, x, o):
    classes = o["classes"]
    count = len(x) // classes
    w = o.get("weight") or [1] * classes
    eps = mpf(o.get("labelSmoothing", 0))
    terms = []
    for target, row in zip(rows(y, count), [log_softmax(row) for row in rows(x, count)]):
        terms.append(-sum(wc * (t * (1 - eps) + eps / classes) * v for wc, t, v in zip(w, target, row)))
    return terms, count


def nll(y, x, o):
    table = rows(x, len(y))
    w = o.get("weight") or [1] * len(table[0])
    kept = [(label, row) for label, row in zip(y, table) if label != o.get("ignoreIndex", -100)]
    return [-w[label] * row[label] for label, row in kept], sum(w[label] for label, _ in kept)


def kl(y, x, o):
    if o.get("logTarget"):
        return exp(y) * (y - x)
    return y * (log(y) - x) if y != 0 else mpf(0)


def gaussian(y, x, o):
    v = o["variance"]
    each = len(x) // len(v)
    eps = mpf(o.get("epsilon", 1e-6))
    terms = []
    for i in range(len(x)):
        variance = max(v[i // each], eps)
        terms.append((log(variance) + (x[i] - y[i]) ** 2 / variance) / 2 + (log(2 * mp.pi) / 2 if o.get("full") else 0))
    return terms, len(x)


def poisson(y, x, o):
    term = exp(x) - y * x if o.get("logInput", True) else x - y * log(x + mpf(o.get("epsilon", 1e-8)))
    return term + (y * log(y) - y + log(2 * mp.pi * y) / 2 if o.get("full") and y > 1 else 0)


def hinge_embedding(y, x, o):
    return x if y == 1 else max(mpf(0), mpf(o.get("margin", 1)) - x)


def cosine_embedding(y, x, o):
    terms = []
    for target, a, b in zip(y, rows(x, len(y)), rows(o["second"], len(y))):
        epsilon = mpf(1e-12)
        cosine = sum(u * v for u, v in zip(a, b)) / sqrt((sum(u * u for u in a) + epsilon) * (sum(v * v for v in b) + epsilon))
        terms.append(1 - cosine if target == 1 else max(mpf(0), cosine - mpf(o.get("margin", 0))))
    return terms, len(y)


def smooth_l1(y, x, o):
    beta, d = mpf(o.get("beta", 1)), abs(x - y)
    return d * d / (2 * beta) if d < beta else d - beta / 2


def huber(y, x, o):
    delta, d = mpf(o.get("delta", 1)), abs(x - y)
    return d * d / 2 if d <= delta else delta * (d - delta / 2)


def margin_ranking(y, x, o):
    return [max(mpf(0), mpf(o.get("margin", 0)) - yi * (a - b)) for yi, a, b in zip(y, x, o["second"])], len(y)


LOSSES = {
    "MeanSquaredError": plain(lambda y, x, o: (x - y) ** 2),
    "MeanAbsoluteError": plain(lambda y, x, o: abs(x - y)),
    "SmoothL1": plain(smooth_l1),
    "Huber": plain(huber),
    "BinaryCrossEntropy": bce,
    "BinaryCrossEntropyWithLogits": bce_with_logits,
    "Hinge": plain(lambda y, x, o: max(mpf(0), mpf(o.get("margin", 1)) - y * x)),
    "SoftMargin": plain(lambda y, x, o: log(1 + exp(-y * x))),
    "CrossEntropy": cross_entropy_of_labels,
    "CrossEntropyOfProbabilities": cross_entropy_of_probabilities,
    "NegativeLogLikelihood": nll,
    "KullbackLeiblerDivergence": plain(kl),
    "GaussianNegativeLogLikelihood": gaussian,
    "PoissonNegativeLogLikelihood": plain(poisson),
    "HingeEmbedding": plain(hinge_embedding),
    "CosineEmbedding": cosine_embedding,
    "MarginRanking": margin_ranking,
}
