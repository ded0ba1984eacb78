namespace Crm.Domain.Customers;

/// <summary>A pair that is learned from.</summary>
/// <param name="Comparison">Its levels.</param>
/// <param name="Frequencies">By field, the frequency of the value in which the pair agrees exactly.</param>
internal sealed record SampledPair(Comparison Comparison, double[] Frequencies)
{
    public static SampledPair Of(Comparison comparison, int a, int b, ValueFrequencies frequencies)
    {
        var of = new double[Customers.Comparison.Fields];
        for (var f = 0; f < of.Length; f++)
        {
            of[f] = comparison[f] == MatchLevel.Exact ? frequencies.Of((MatchField)f, a, b) : 1;
        }

        return new SampledPair(comparison, of);
    }

    /// <summary>Fills in the weights by field.</summary>
    public void Weigh(MatchModel model, Span<double> weights)
    {
        for (var f = 0; f < weights.Length; f++)
        {
            var level = Comparison[f];
            weights[f] = model.Weight(f, level, Frequencies[f]);
        }
    }
}
