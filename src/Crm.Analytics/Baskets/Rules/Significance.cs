namespace Crm.Analytics.Baskets;

/// <summary>Corrects p-values for the number of tests.</summary>
internal static class Significance
{
    public static void Judge(AssociationRule[] rules, RuleOptions options)
    {
        var adjusted = Adjust([.. rules.Select(r => r.PValue)], options.Correction);
        for (var i = 0; i < rules.Length; i++)
            (rules[i].AdjustedPValue, rules[i].IsSignificant) = (adjusted[i], adjusted[i] <= options.SignificanceLevel);
    }

    public static double[] Adjust(double[] values, MultipleTesting correction)
    {
        switch (correction)
        {
            case MultipleTesting.Bonferroni:
                return Array.ConvertAll(values, p => Math.Min(1, p * values.Length));
            case MultipleTesting.FalseDiscoveryRate:
                var (order, adjusted, least) = (Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).ToArray(), new double[values.Length], 1.0);
                for (var i = 0; i < order.Length; i++)
                    adjusted[order[i]] = least = Math.Min(least, values[order[i]] * values.Length / (values.Length - i));
                return adjusted;
            default:
                return values;
        }
    }
}
