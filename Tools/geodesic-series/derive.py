# Derives the series of Sources/Geodesy/GeodesicSeries.swift from the integrals of the paper, exactly.
# Usage: pip install sympy==1.14.0 && python3 derive.py   (prints every table; takes half a minute)
"""The integrals are (7), (8), (39) and (40) of C. F. F. Karney, "Algorithms for geodesics",
J. Geodesy 87 (2013) 43-55. Nothing is taken from a printed table: each integrand is written as a
Fourier series in sigma whose coefficients are power series in epsilon (and in the third flattening n),
truncated at total order 6, and integrated term by term. The reverted series is found by substitution.
"""
from sympy import Poly, Rational, binomial, expand, symbols

ORDER = 6
e, n, z = symbols("epsilon n z")  # z stands for exp(2 i sigma); z**-1 is written through w below
w = symbols("w")  # w = 1 / z


def truncated(expression, order):
    """Drops everything beyond `order` in epsilon and n together, and folds z w = 1."""
    kept = {}
    for (ke, kn, kz, kw), c in Poly(expand(expression), e, n, z, w).terms():
        if ke + kn <= order:
            key = (ke, kn, kz - kw)
            kept[key] = kept.get(key, 0) + c
    return sum(c * e**ke * n**kn * (z**k if k >= 0 else w**-k) for (ke, kn, k), c in kept.items())


def power(base, exponent, order):
    """(1 + base) ** exponent for a base without constant term in epsilon and n."""
    result, term = 1, 1
    for k in range(1, order + 1):
        term = truncated(term * base, order)
        result += binomial(exponent, k) * term
    return truncated(result, order)


def fourier(expression):
    """The coefficients of cos(2 l sigma), l = 0, 1, ..., of a real even Fourier series."""
    p = Poly(expand(expression), z, w)
    coefficients = [p.coeff_monomial(1)]
    for l in range(1, ORDER + 1):
        plus, minus = p.coeff_monomial(z**l), p.coeff_monomial(w**l)
        assert expand(plus - minus) == 0
        coefficients.append(2 * plus)
    return coefficients


def integrated(integrand, order):
    """A and C_l of A (sigma + sum C_l sin 2 l sigma), for the integral of `integrand`."""
    a = fourier(integrand)
    inverse = power(a[0] - 1, -1, order)
    return a[0], [truncated(a[l] * inverse / (2 * l), order) for l in range(1, order + 1)]


# With k**2 = 4 epsilon / (1 - epsilon)**2, which is (16) solved for k,
# (1 - epsilon)**2 (1 + k**2 sin(sigma)**2) = (1 - epsilon z)(1 - epsilon w).
half = Rational(1, 2)
root = truncated(power(-e * z, half, ORDER) * power(-e * w, half, ORDER), ORDER)
inverse_root = truncated(power(-e * z, -half, ORDER) * power(-e * w, -half, ORDER), ORDER)

# I1, equation (15): integrand root / (1 - epsilon). Its mean is A1.
mean1, C1 = integrated(root, ORDER)
# I2, equation (41): integrand (1 - epsilon) inverse_root. Its mean is A2.
mean2, C2 = integrated(inverse_root, ORDER)

# I3, equation (23): integrand (2 - f) / (1 + (1 - f) sqrt(1 + k**2 sin(sigma)**2)) with
# f = 2 n / (1 + n). It is multiplied by f, so that one order less is enough.
u = truncated((-(1 + n) * e + (1 - n) * (root - 1)) / 2, ORDER - 1)
mean3, C3 = integrated(truncated((1 - e) * power(u, -1, ORDER - 1), ORDER - 1), ORDER - 1)


# The reverted series, equation (20): sigma = tau + sum C1'_l sin 2 l tau, where
# tau = sigma + sum C1_l sin 2 l sigma. The fixed point of sigma = tau - sum C1_l(...) gains one
# order of epsilon a step; exp(2 i l sigma) is expanded round exp(2 i l tau).
def reverted():
    shift = 0  # i (sigma - tau), kept real by writing sines as (z**l - w**l) / 2
    for _ in range(ORDER):
        total = 0
        for l, c in enumerate(C1, start=1):
            up = down = term_up = term_down = 1
            for k in range(1, ORDER + 1):
                term_up = truncated(term_up * 2 * l * shift / k, ORDER)
                term_down = truncated(term_down * -2 * l * shift / k, ORDER)
                up, down = up + term_up, down + term_down
            total += c * (z**l * up - w**l * down) / 2
        shift = truncated(-total, ORDER)
    p = Poly(expand(shift), z, w)
    return [2 * p.coeff_monomial(z**l) for l in range(1, ORDER + 1)]


def show(name, expression):
    """Prints the non-zero coefficients by power of epsilon, each a polynomial in n."""
    terms = Poly(expression, e).terms() if expression != 0 else []
    by_power = sorted((k[0], c) for k, c in terms)
    print(f"  {name:5}", "  ".join(f"e^{k}: {c}" for k, c in by_power))


print("A1 (1 - epsilon), equation (17)")
show("A1", mean1)
print("C1, equation (18)")
for l, c in enumerate(C1, 1):
    show(f"C1{l}", c)
print("C1', equation (21)")
for l, c in enumerate(reverted(), 1):
    show(f"C1'{l}", c)
print("A2 / (1 - epsilon), equation (42)")
show("A2", mean2)
print("C2, equation (43)")
for l, c in enumerate(C2, 1):
    show(f"C2{l}", c)
print("A3, equation (24)")
show("A3", truncated(mean3, ORDER - 1))
print("C3, equation (25)")
for l, c in enumerate(C3, 1):
    show(f"C3{l}", c)
