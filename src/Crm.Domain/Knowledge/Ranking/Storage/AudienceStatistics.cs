namespace Crm.Domain.Knowledge;

/// <summary>Counts and lengths over the documents that some audiences may read, and over no others.</summary>
internal sealed class AudienceStatistics
{
    private readonly int[] _frequencies;

    public AudienceStatistics(IndexView view, int audiences)
    {
        Readable = view.Readable(audiences);
        var totals = view.TotalsOf(audiences);
        Documents = totals.Documents;
        _frequencies = new int[view.TermCount];
        for (var term = 0; term < _frequencies.Length; term++)
        {
            _frequencies[term] = view.Postings.CountsOf(term).Of(audiences);
        }

        AverageAsked = view.AverageAskedOf(audiences);
        double Average(long sum) => Math.Max(1e-9, (double)sum / Math.Max(1, Documents));
        (AverageTitleGrams, AverageBodyGrams) = (Average(totals.TitleGrams), Average(totals.BodyGrams));
        var (averageTitle, averageBody) = (Average(totals.Title), Average(totals.Body));
        (TitleNorms, BodyNorms) = (new float[view.DocumentCount], new float[view.DocumentCount]);
        for (var document = 0; document < view.DocumentCount; document++)
        {
            ref readonly var row = ref view.Documents[document];
            TitleNorms[document] = Norm(row.TitleLength, averageTitle, RankingWeights.TitleLengthShare);
            BodyNorms[document] = Norm(row.BodyLength, averageBody, RankingWeights.BodyLengthShare);
        }
    }

    public ulong[] Readable { get; }

    public int Documents { get; }

    public double AverageAsked { get; }

    public double AverageTitleGrams { get; }

    public double AverageBodyGrams { get; }

    /// <summary>By document, how much a word in its title counts for the title's length.</summary>
    public float[] TitleNorms { get; }

    public float[] BodyNorms { get; }

    /// <summary>In how many of the documents a term is; 0 for one that came later.</summary>
    public int Frequency(int term) => (uint)term < (uint)_frequencies.Length ? _frequencies[term] : 0;

    /// <summary>How much a term that is in so many documents says (Robertson and Spärck Jones, kept positive).</summary>
    public double Rarity(int frequency) => Math.Log(1 + ((Documents - Math.Min(frequency, Documents) + 0.5) / (frequency + 0.5)));

    public static float Norm(int length, double average, double share) => (float)(1 / (1 - share + (share * length / average)));
}
