using System.Globalization;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// BG/NBD in which properties of the customer that do not change over time shift how fast customers buy and how easily they leave:
/// α = α₀ exp(−γ₁z), a = a₀ exp(γ₂z), b = b₀ exp(γ₃z). A positive γ₁ means that customers with a larger z buy more often, by the
/// factor exp(γ₁) for one unit.
/// </summary>
/// <remarks>
/// Source: P. S. Fader, B. G. S. Hardie, "Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models" (2007).
/// Effects on leaving rest on customers with repeat purchases alone; see <see cref="BetaGeometricNbd"/>.
/// </remarks>
public sealed record BetaGeometricNbdWithCovariates
{
    private readonly double[] _buying;
    private readonly double[] _leavingA;
    private readonly double[] _leavingB;

    /// <summary>Makes a model with known parameters.</summary>
    /// <param name="atZero">The model of customers whose covariates are all zero.</param>
    /// <param name="names">The covariates.</param>
    /// <param name="buying">γ₁, one effect for each covariate.</param>
    /// <param name="leavingA">γ₂, likewise.</param>
    /// <param name="leavingB">γ₃, likewise.</param>
    /// <exception cref="ArgumentException">The effects are not as many as the covariates, or one is not finite.</exception>
    public BetaGeometricNbdWithCovariates(
        BetaGeometricNbd atZero, IReadOnlyList<string> names, IReadOnlyList<double> buying, IReadOnlyList<double> leavingA, IReadOnlyList<double> leavingB)
    {
        ArgumentNullException.ThrowIfNull(atZero);
        ArgumentNullException.ThrowIfNull(names);
        (AtZero, Names) = (atZero, [.. names]);
        (_buying, _leavingA, _leavingB) = (Checked(buying, nameof(buying)), Checked(leavingA, nameof(leavingA)), Checked(leavingB, nameof(leavingB)));
    }

    /// <summary>The model of customers whose covariates are all zero: r, α₀, a₀, b₀.</summary>
    public BetaGeometricNbd AtZero { get; }

    /// <summary>The covariates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>γ₁: the change of the logarithm of the purchase rate with one unit of each covariate.</summary>
    public IReadOnlyList<double> Buying => _buying;

    /// <summary>γ₂: the change of ln a with one unit of each covariate.</summary>
    public IReadOnlyList<double> LeavingA => _leavingA;

    /// <summary>γ₃: the change of ln b with one unit of each covariate.</summary>
    public IReadOnlyList<double> LeavingB => _leavingB;

    /// <summary>Fits the model by maximum likelihood. The parameters are r, alpha, a, b, then <c>buying.</c>, <c>a.</c> and <c>b.</c> with each covariate's name.</summary>
    /// <param name="table">The customers' histories, one row for each customer.</param>
    /// <param name="covariates">The covariates, aligned with the table's source rows.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The best fit found. Look at <see cref="ModelFit{TModel}.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">
    /// The table has no customer with a purchase, or weights; there is no covariate, two have one name, or one has another length than
    /// the table, a value that is not finite, or the same value for everybody.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ModelFit<BetaGeometricNbdWithCovariates> Fit(
        RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(covariates);
        options ??= new FitOptions();
        options.Check();
        var groups = new CovariateGroups(table, covariates);
        for (var k = 0; k < covariates.Count; k++)
        {
            if (groups.Values.All(values => values[k] == groups.Values[0][k]))
                throw new ArgumentException($"{covariates[k].Name} is the same for everybody, so it cannot have an effect.", nameof(covariates));
        }

        var plain = table.ToSample(nameof(table));
        var (rows, weights) = groups.Histories(table);
        var sample = new FitSample<CovariateHistory>(rows, weights, plain.Customers, table.Unit, table.Window);
        sample.Warnings.AddRange(plain.Warnings);
        string[] names = [.. covariates.Select(covariate => covariate.Name)];
        string[] parameters = ["r", "alpha", "a", "b", .. names.Select(n => "buying." + n), .. names.Select(n => "a." + n), .. names.Select(n => "b." + n)];
        var likelihood = new MaximumLikelihood<CovariateHistory>(sample, options, parameters, free: 3 * names.Length);
        // Without effects the model is the plain one, whose estimates are the best start.
        var start = BetaGeometricNbd.Fit(table, options).Model;
        var maximum = likelihood.Search(
            (histories, customers) => new BetaGeometricNbdCovariateLikelihood(histories, customers, groups.Values, options.Penalty),
            [[start.R, start.Alpha, start.A, start.B, .. new double[3 * names.Length]]]);
        var p = likelihood.Values(maximum);
        var model = new BetaGeometricNbdWithCovariates(
            new BetaGeometricNbd(p[0], p[1], p[2], p[3]), names, p[4..(4 + names.Length)], p[(4 + names.Length)..(4 + (2 * names.Length))], p[(4 + (2 * names.Length))..]);
        return likelihood.ToFit(model, "BG/NBD with covariates", maximum, model.LogLikelihood(table, covariates));
    }

    /// <summary>The plain model of customers with given covariates: everything it predicts holds for them.</summary>
    /// <param name="covariates">The values, in the order of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">They are not as many as the covariates, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The values are so far from those of the fit that a parameter overflows.</exception>
    public BetaGeometricNbd For(IReadOnlyList<double> covariates)
    {
        var z = Checked(covariates, nameof(covariates));
        return new BetaGeometricNbd(
            AtZero.R, AtZero.Alpha * Math.Exp(-Dot(_buying, z)), AtZero.A * Math.Exp(Dot(_leavingA, z)), AtZero.B * Math.Exp(Dot(_leavingB, z)));
    }

    /// <summary>P(alive) of every customer of a table with their covariates; NaN for customers left out.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public double[] ProbabilityAlive(RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates) =>
        Map(table, covariates, (model, history) => model.ProbabilityAlive(history));

    /// <summary>The purchases expected of every customer of a table with their covariates in the next t time units; NaN for customers left out.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public double[] ExpectedPurchases(RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates, double time)
    {
        PurchaseModelArguments.CheckTime(time);
        return Map(table, covariates, (model, history) => model.ExpectedPurchases(history, time));
    }

    /// <summary>The log-likelihood of histories with covariates, summed over customers.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public double LogLikelihood(RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(covariates);
        var groups = new CovariateGroups(table, covariates);
        var (rows, weights) = groups.Histories(table);
        if (rows.Length == 0) return 0;
        var likelihood = new BetaGeometricNbdCovariateLikelihood(rows, weights, groups.Values, 0);
        return likelihood.Evaluate(
            [Math.Log(AtZero.R), Math.Log(AtZero.Alpha), Math.Log(AtZero.A), Math.Log(AtZero.B), .. _buying, .. _leavingA, .. _leavingB],
            new double[likelihood.Dimension], new double[likelihood.Dimension * likelihood.Dimension]);
    }

    /// <summary>The parameters in the invariant culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{AtZero} with {string.Join(", ", Names.Select((name, k) => string.Create(CultureInfo.InvariantCulture, $"{name} (buying {_buying[k]:G4}, a {_leavingA[k]:G4}, b {_leavingB[k]:G4})")))}");

    private double[] Map(RecencyFrequencyTable table, IReadOnlyList<CustomerCovariate> covariates, Func<BetaGeometricNbd, RecencyFrequency, double> figure)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(covariates);
        var groups = new CovariateGroups(table, covariates);
        var models = groups.Values.Select(For).ToArray();
        var figures = new double[table.HistoryOf.Length];
        for (var row = 0; row < figures.Length; row++)
            figures[row] = table.HistoryOf[row] < 0 ? double.NaN : figure(models[groups.GroupOf[row]], table.Histories[table.HistoryOf[row]]);
        return figures;
    }

    private double[] Checked(IReadOnlyList<double> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return values.Count == Names.Count && values.All(double.IsFinite)
            ? [.. values]
            : throw new ArgumentException($"{Names.Count} finite values are needed, one for each covariate.", name);
    }

    private static double Dot(double[] effects, double[] values)
    {
        var sum = 0.0;
        for (var k = 0; k < effects.Length; k++) sum += effects[k] * values[k];
        return sum;
    }
}
