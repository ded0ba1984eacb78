namespace Crm.Domain.Customers;

/// <summary>One search for duplicates: candidates, model, scores, and what sets of pairs say about each other.</summary>
internal sealed class MatchRun(DuplicateRules rules, RecordTable table, int threads, CancellationToken cancellationToken)
{
    private const int SampledPairs = 40_000;
    private const int RecordsOfChunk = 256;

    private readonly uint _used = RuleReading.UsedBy(rules);
    private readonly bool _isLink = table.Left < table.Count;

    public DuplicateMatches Find()
    {
        if (table.Count < 2 || table.Left == 0)
        {
            return new DuplicateMatches(table.Count, 0, []);
        }

        var index = new CandidateIndex(table, rules.MaxBlock, rules.Window);
        var frequencies = new ValueFrequencies(table, RuleReading.FrequenciesOf(rules));
        var model = Model(index, frequencies);
        var (pairs, comparisons) = Score(index, frequencies, model);
        var scorer = new PairScorer(new PairComparer(table, _used), frequencies, model, rules);
        if (_isLink)
        {
            pairs = rules.OneToOne ? PairSelection.OneToOne(pairs, table, scorer, rules) : pairs;
        }
        else
        {
            comparisons += PairSelection.Close(pairs, scorer);
            PairSelection.HoldSlips(pairs, rules);
        }

        pairs.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score) : x.Left != y.Left ? x.Left.CompareTo(y.Left) : x.Right.CompareTo(y.Right));
        return new DuplicateMatches(table.Count, comparisons, pairs);
    }

    private MatchModel Model(CandidateIndex index, ValueFrequencies frequencies)
    {
        double left = table.Left, right = table.Count - table.Left;
        var records = _isLink ? Math.Min(left, right) : table.Count;
        var pairs = _isLink ? left * right : left * (left - 1) / 2;
        var comparer = new PairComparer(table, _used);
        var model = RuleReading.ModelOf(rules, records, pairs, 0);
        if (rules.Learn)
        {
            ModelTraining.LearnChance(model, table, comparer);
        }

        model.Shares[1] = double.Exp2(Math.Max(model.Chance[(int)MatchField.Place, (int)MatchLevel.Exact], model.Chance[(int)MatchField.Postcode, (int)MatchLevel.Exact]));
        if (rules.Learn)
        {
            var (sample, scale) = Sample(index, frequencies, comparer);
            ModelTraining.LearnAgreement(model, sample, scale, records, pairs);
        }

        return model;
    }

    // Every so many records with all their candidates.
    private (List<SampledPair> Sample, double Scale) Sample(CandidateIndex index, ValueFrequencies frequencies, PairComparer comparer)
    {
        var (stamps, found, sample) = (Stamps(), new List<int>(), new List<SampledPair>());
        var step = Step(index);
        for (var record = 0; record < table.Left; record += step)
        {
            found.Clear();
            index.Gather(record, stamps, found);
            foreach (var other in found)
            {
                sample.Add(SampledPair.Of(comparer.Compare(record, other), record, other, frequencies));
            }
        }

        return (sample, step);
    }

    private int Step(CandidateIndex index) => (int)Math.Max(1, Math.Ceiling(index.AverageCandidates * table.Left / SampledPairs));

    private (List<DuplicateMatch> Pairs, long Comparisons) Score(CandidateIndex index, ValueFrequencies frequencies, MatchModel model)
    {
        var chunks = (table.Left + RecordsOfChunk - 1) / RecordsOfChunk;
        var found = new (List<DuplicateMatch> Pairs, long Comparisons)[chunks];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads, CancellationToken = cancellationToken };
        Parallel.For(
            0,
            chunks,
            options,
            () => (Scorer: new PairScorer(new PairComparer(table, _used), frequencies, model, rules), Stamps: Stamps(), Found: new List<int>()),
            (chunk, _, worker) =>
            {
                var (pairs, comparisons) = (new List<DuplicateMatch>(), 0L);
                for (var record = chunk * RecordsOfChunk; record < Math.Min(table.Left, (chunk + 1) * RecordsOfChunk); record++)
                {
                    worker.Found.Clear();
                    index.Gather(record, worker.Stamps, worker.Found);
                    worker.Found.Sort();
                    comparisons += worker.Found.Count;
                    foreach (var other in worker.Found)
                    {
                        if (worker.Scorer.Match(record, other, _isLink ? table.Left : 0) is { } match)
                        {
                            pairs.Add(match);
                        }
                    }
                }

                found[chunk] = (pairs, comparisons);
                return worker;
            },
            _ => { });
        return ([.. found.SelectMany(f => f.Pairs)], found.Sum(f => f.Comparisons));
    }

    private int[] Stamps()
    {
        var stamps = new int[table.Count];
        Array.Fill(stamps, -1);
        return stamps;
    }
}
