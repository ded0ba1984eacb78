namespace Crm.Domain.Customers;

/// <summary>
/// Learns a model from records without examples: chance from pairs drawn at random, agreement and shares from candidates by
/// expectation maximisation (Winkler, 1988; Fellegi–Sunter model with more than two classes). The rules are the beginning and
/// count as so many observed pairs, so that few records change them little.
/// </summary>
internal static class ModelTraining
{
    private const int Rounds = 15;
    private const int RandomPairs = 20_000;
    private const double PriorOfChance = 50;
    private const double PriorOfAgreement = 30;
    private const double PriorRecords = 200;

    /// <summary>Learns how often levels occur among any two records.</summary>
    public static void LearnChance(MatchModel model, RecordTable table, PairComparer comparer)
    {
        var (counts, known) = (new double[Comparison.Fields, Comparison.LevelsOfField], new double[Comparison.Fields]);
        var isLink = table.Left < table.Count;
        var state = 88172645463325252UL;
        for (var i = 0; i < RandomPairs; i++)
        {
            var a = Next(ref state, isLink ? table.Left : table.Count);
            var b = isLink ? table.Left + Next(ref state, table.Count - table.Left) : Next(ref state, table.Count);
            if (a == b)
            {
                continue;
            }

            var comparison = comparer.Compare(a, b);
            for (var f = 0; f < Comparison.Fields; f++)
            {
                if (comparison[f] is not MatchLevel.Missing and var level)
                {
                    counts[f, (int)level]++;
                    known[f]++;
                }
            }
        }

        for (var f = 0; f < Comparison.Fields; f++)
        {
            for (var l = 1; l < Comparison.LevelsOfField && f != (int)MatchField.Order; l++)
            {
                model.Chance[f, l] = Math.Log2((counts[f, l] + (PriorOfChance * double.Exp2(model.Chance[f, l]))) / (known[f] + PriorOfChance));
            }
        }
    }

    /// <summary>Learns how often levels occur among records of one customer, and how many pairs are what.</summary>
    /// <param name="model">The model to change.</param>
    /// <param name="sample">Candidates.</param>
    /// <param name="scale">How many candidates each of the sample stands for.</param>
    /// <param name="records">How many records can have a partner.</param>
    /// <param name="pairs">How many pairs there are.</param>
    public static void LearnAgreement(MatchModel model, IReadOnlyList<SampledPair> sample, double scale, double records, double pairs)
    {
        var start = model.Agreement.Clone() as double[,] ?? model.Agreement;
        var (startDuplicates, startShares) = (model.Duplicates, model.Shares.ToArray());
        var (weights, odds, shares) = (new double[Comparison.Fields], new double[Explanation.All.Length], new double[Explanation.All.Length]);
        for (var round = 0; round < Rounds; round++)
        {
            var counts = new double[Comparison.Fields, Comparison.LevelsOfField];
            var duplicates = 0d;
            Array.Clear(shares);
            foreach (var pair in sample)
            {
                pair.Weigh(model, weights);
                var sum = model.Odds(pair.Comparison, weights, odds);
                var probability = 1 / (1 + sum);
                duplicates += probability;
                for (var k = 0; k < shares.Length; k++)
                {
                    shares[k] += odds[k] * probability;
                }

                for (var f = 0; f < Comparison.Fields; f++)
                {
                    counts[f, (int)pair.Comparison[f]] += probability;
                }
            }

            Maximise(model, start, counts);
            model.Duplicates = Share(duplicates, startDuplicates);
            for (var k = 2; k < shares.Length; k++)
            {
                model.Shares[k] = Share(shares[k], startShares[k]);
            }
        }

        double Share(double found, double expected) =>
            Math.Clamp(((found * scale) + (expected * pairs / records * PriorRecords)) / (records + PriorRecords) * records / pairs, 1e-15, .5);
    }

    private static void Maximise(MatchModel model, double[,] start, double[,] counts)
    {
        for (var f = 0; f < Comparison.Fields; f++)
        {
            var known = 0d;
            for (var l = 1; l < Comparison.LevelsOfField; l++)
            {
                known += counts[f, l];
            }

            for (var l = 1; l < Comparison.LevelsOfField && f != (int)MatchField.Order; l++)
            {
                model.Agreement[f, l] = Math.Log2((counts[f, l] + (PriorOfAgreement * double.Exp2(start[f, l]))) / (known + PriorOfAgreement));
            }

            // Without examples nothing tells a family from one customer whose given name was replaced, so that many families
            // must not teach that given names say little. The same goes for whatever else tells members of a group apart.
            if ((MatchField)f is MatchField.Given or MatchField.Organisation or MatchField.Birth or MatchField.NationalId)
            {
                model.Agreement[f, (int)MatchLevel.Different] = Math.Min(model.Agreement[f, (int)MatchLevel.Different], start[f, (int)MatchLevel.Different]);
            }
        }
    }

    private static int Next(ref ulong state, int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)((state >> 11) % (ulong)below);
    }
}
