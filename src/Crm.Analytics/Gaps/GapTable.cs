namespace Crm.Analytics.Gaps;

/// <summary>What is wanted and not offered, what is offered and not known, and where purchases say that something is missing. Immutable.</summary>
/// <param name="Themes">What several people want, by people, then terms.</param>
/// <param name="Substitutes">What is bought in place of each other, by customers, then probability.</param>
/// <param name="Missing">What segments miss, by how many more would have bought it.</param>
/// <param name="NeedsWithoutTheme">How many needs belong to no theme: too few people share them.</param>
/// <param name="IsTruncated">Whether so many combinations of terms are frequent that rare ones were left out.</param>
public sealed record GapTable(
    IReadOnlyList<NeedTheme> Themes, IReadOnlyList<SubstitutePair> Substitutes, IReadOnlyList<MissingPurchase> Missing, int NeedsWithoutTheme, bool IsTruncated)
{
    /// <summary>Candidates for new products or services: themes that nothing meets.</summary>
    public IEnumerable<NeedTheme> Gaps => Themes.Where(theme => theme.IsGap);

    /// <summary>Candidates for education: themes that a product meets already.</summary>
    public IEnumerable<NeedTheme> ToTeach => Themes.Where(theme => !theme.IsGap);
}
