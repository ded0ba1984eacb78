using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>An item in a list for those who write.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="Language">Its language.</param>
/// <param name="Audience">Who reads it once it is published.</param>
/// <param name="Status">Where it stands, as the clock says.</param>
/// <param name="Confidence">How far it is trusted.</param>
/// <param name="LatestVersion">The number of the latest version.</param>
/// <param name="PublishedVersion">The number of the version that is published or is to be.</param>
/// <param name="InReview">Whether it, or what was written since it was published, waits for a review.</param>
/// <param name="TranslationOf">Of a translation: the original.</param>
/// <param name="IsStale">Whether it is a translation whose original has published a later version than the one from which it was made.</param>
/// <param name="ReuseCount">How often it was reused.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record KnowledgeItemSummary(
    KnowledgeItemId Id, string Title, KnowledgeKind Kind, LanguageTag Language, Audience Audience, KnowledgeStatus Status, KnowledgeConfidence Confidence,
    int LatestVersion, int? PublishedVersion, bool InReview, KnowledgeItemId? TranslationOf, bool IsStale, int ReuseCount, Instant UpdatedAt);
