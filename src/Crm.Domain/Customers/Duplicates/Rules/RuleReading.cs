namespace Crm.Domain.Customers;

/// <summary>Turns rules into a model for so many records.</summary>
internal static class RuleReading
{
    /// <summary>A bit for each <see cref="MatchField"/> that rules compare.</summary>
    public static uint UsedBy(DuplicateRules rules)
    {
        var used = 0U;
        for (var f = 0; f < Comparison.Fields; f++)
        {
            used |= rules.Fields.GetValueOrDefault(DuplicateFields.All[f]) is { Use: true } ? 1U << f : 0;
        }

        return used;
    }

    /// <summary>Expected frequencies of values by field.</summary>
    public static double[] FrequenciesOf(DuplicateRules rules) =>
        [.. DuplicateFields.All.Select(f => rules.Fields.GetValueOrDefault(f)?.Frequency ?? 1)];

    /// <summary>The model of rules as they are.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="records">How many records can have a partner.</param>
    /// <param name="pairs">How many pairs there are.</param>
    /// <param name="locality">The share of pairs of one locality.</param>
    public static MatchModel ModelOf(DuplicateRules rules, double records, double pairs, double locality)
    {
        var model = new MatchModel { Duplicates = Math.Clamp(rules.Duplicates * records / pairs, 1e-15, .5) };
        double[] rates = [0, 0, rules.SameAddresses, rules.Households, rules.Colleagues, rules.Branches, rules.Namesakes];
        for (var k = 0; k < rates.Length; k++)
        {
            model.Shares[k] = k switch { 0 => 1, 1 => locality, _ => Math.Clamp(rates[k] * records / pairs, 1e-15, .5) };
        }

        for (var f = 0; f < Comparison.Fields; f++)
        {
            var levels = rules.Fields.GetValueOrDefault(DuplicateFields.All[f])?.Levels;
            for (var l = 1; l < Comparison.LevelsOfField; l++)
            {
                var rule = levels?.GetValueOrDefault(DuplicateLevels.All[l - 1]);
                model.Agreement[f, l] = Math.Log2(rule?.Agreement ?? 1);
                model.Chance[f, l] = Math.Log2(rule?.Chance ?? 1);
            }
        }

        return model;
    }
}
