using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What several readers asked without a good answer.</summary>
/// <param name="Language">The language, as the primary subtag.</param>
/// <param name="Terms">The words that the questions share, as the analyser of the language cuts them, in ordinal order.</param>
/// <param name="Readers">How many different readers asked so.</param>
/// <param name="Questions">How many questions.</param>
/// <param name="WithoutHits">How many of them found nothing.</param>
/// <param name="LastOn">The last day (UTC) on which it was asked.</param>
public sealed record ContentGap(string Language, IReadOnlyList<string> Terms, int Readers, int Questions, int WithoutHits, LocalDate LastOn);
