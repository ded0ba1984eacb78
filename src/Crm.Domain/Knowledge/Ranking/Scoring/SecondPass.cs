using System.Runtime.InteropServices;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Reads the best documents of the first pass word by word and adds what posting lists do not tell: the overlap with the title, grams,
/// neighbours, and words too frequent for the first pass.
/// </summary>
internal sealed class SecondPass
{
    /// <summary>The words of a title that count for the overlap.</summary>
    private const int MostTitleWords = 32;

    private readonly IndexView _view;
    private readonly AudienceStatistics _statistics;
    private readonly QueryPlan _plan;
    private readonly QueryScratch _scratch;
    private readonly LanguageWeights _weights;
    private readonly QueryGrams _grams;
    private readonly int _firstDeferred;
    private readonly double _asked;
    private readonly double _askedDistinct;
    private readonly float[] _gramFrequencies;
    private readonly (int InTitle, int InBody)[] _frequencies;
    private readonly (int Second, int Next)[] _pairs;
    private readonly int[] _pairsOf;

    public SecondPass(IndexView view, AudienceStatistics statistics, QueryPlan plan, LanguageWeights weights, int firstDeferred, QueryScratch scratch)
    {
        (_view, _statistics, _plan, _weights, _firstDeferred, _scratch) = (view, statistics, plan, weights, firstDeferred, scratch);
        _grams = new QueryGrams(view, statistics, plan, scratch);
        _gramFrequencies = new float[_grams.Count];
        _frequencies = new (int, int)[plan.Terms.Length];
        _pairsOf = new int[plan.Terms.Length];
        _pairsOf.AsSpan().Fill(-1);
        for (var i = 0; i < plan.Terms.Length; i++)
        {
            scratch.SlotFor(plan.Terms[i].Term).Planned = i;
            _asked += plan.Terms[i].Value;
            _askedDistinct += plan.Terms[i].Rarity;
        }

        _pairs = new (int, int)[plan.Pairs.Length];
        for (var i = 0; i < _pairs.Length; i++)
        {
            var first = scratch.SlotFor(plan.Pairs[i].First).Planned;
            _pairs[i] = (scratch.SlotFor(plan.Pairs[i].Second).Planned, _pairsOf[first]);
            _pairsOf[first] = i;
        }
    }

    /// <summary>Adds to the scores of the documents.</summary>
    public void Run(Span<(int Document, double Score)> documents)
    {
        var pairs = new ulong[documents.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i].Score += Read(documents[i].Document, out pairs[i]);
        }

        // How rare a pair is shows among the documents themselves: all that have it have both its words.
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            var bit = 1UL << pair;
            var value = _statistics.Rarity(pairs.Count(p => (p & bit) != 0));
            for (var i = 0; i < documents.Length; i++)
            {
                documents[i].Score += (pairs[i] & bit) != 0 ? _weights.For(_view.Documents[documents[i].Document].IsQuestion).Pairs * value : 0;
            }
        }
    }

    private double Read(int document, out ulong pairs)
    {
        ref readonly var row = ref _view.Documents[document];
        var weights = _weights.For(row.IsQuestion);
        var titleGram = (float)RankingWeights.GramTitle * AudienceStatistics.Norm(row.TitleGrams, _statistics.AverageTitleGrams, RankingWeights.GramTitleLengthShare);
        var bodyGram = AudienceStatistics.Norm(row.BodyGrams, _statistics.AverageBodyGrams, RankingWeights.GramBodyLengthShare);
        var slots = CollectionsMarshal.AsSpan(_scratch.Slots);
        var gramsOf = CollectionsMarshal.AsSpan(_scratch.GramsOf);
        ReadOnlySpan<byte> terms = row.Terms;
        ReadOnlySpan<ulong> hasSlot = _scratch.HasSlot;
        ReadOnlySpan<int> slotOf = _scratch.SlotOf;
        var (at, word, previous, meetsTitle) = (0, 0, -1, false);
        pairs = 0;
        _gramFrequencies.AsSpan().Clear();
        _frequencies.AsSpan().Clear();
        for (; at < terms.Length; word++)
        {
            var term = (int)PackedBytes.Read(terms, ref at);
            if (!BitSet.Has(hasSlot, term))
            {
                previous = -1;
                continue;
            }

            var slot = slotOf[term] - 1;
            var isTitle = word < row.TitleLength;
            for (var gram = slots[slot].FirstGram; gram >= 0; gram = gramsOf[gram].Next)
            {
                _gramFrequencies[gramsOf[gram].Gram] += isTitle ? titleGram : bodyGram;
            }

            var planned = slots[slot].Planned;
            if (planned >= 0)
            {
                meetsTitle |= isTitle;
                ref var frequency = ref _frequencies[planned];
                frequency = isTitle ? (frequency.InTitle + 1, frequency.InBody) : (frequency.InTitle, frequency.InBody + 1);
                for (var pair = previous < 0 || word == row.TitleLength ? -1 : _pairsOf[previous]; pair >= 0; pair = _pairs[pair].Next)
                {
                    pairs |= _pairs[pair].Second == planned ? 1UL << pair : 0;
                }
            }

            previous = planned;
        }

        return Deferred(document, weights) + (meetsTitle ? weights.TitleOverlap * TitleOverlap(row) : 0) + (weights.Grams * Grams());
    }

    private double Deferred(int document, RankingWeights weights)
    {
        var score = 0.0;
        for (var i = _firstDeferred; i < _frequencies.Length; i++)
        {
            var (inTitle, inBody) = _frequencies[i];
            score += inTitle + inBody == 0 ? 0 : FirstPass.Score(_statistics, _plan.Terms[i], document, inTitle, inBody, weights.TitleScore);
        }

        return score;
    }

    /// <summary>Dice's coefficient of question and title, words weighed by what they say, in the measure of the other scores.</summary>
    private double TitleOverlap(in IndexedDocument row)
    {
        Span<int> seen = stackalloc int[MostTitleWords];
        ReadOnlySpan<byte> terms = row.Terms;
        var (at, count, all, shared) = (0, 0, 0.0, 0.0);
        for (var word = 0; word < row.TitleLength && count < MostTitleWords; word++)
        {
            var term = (int)PackedBytes.Read(terms, ref at);
            if (seen[..count].Contains(term))
            {
                continue;
            }

            seen[count++] = term;
            var rarity = _statistics.Rarity(_statistics.Frequency(term));
            all += rarity;
            var slot = _scratch.SlotOf[term] - 1;
            shared += slot >= 0 && _scratch.Slots[slot].Planned >= 0 ? rarity : 0;
        }

        return shared == 0 ? 0 : _asked * 2 * shared / (all + _askedDistinct);
    }

    private double Grams()
    {
        var score = 0.0;
        for (var gram = 0; gram < _gramFrequencies.Length; gram++)
        {
            double frequency = _gramFrequencies[gram];
            score += frequency == 0 ? 0 : _grams.ValueOf(gram) * frequency * (RankingWeights.GramSaturation + 1) / (frequency + RankingWeights.GramSaturation);
        }

        return score;
    }
}
