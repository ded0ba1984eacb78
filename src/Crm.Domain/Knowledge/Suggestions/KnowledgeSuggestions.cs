using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Suggests items while a case is being written, to customers in the portal and to agents: each what its audience may read.</summary>
/// <remarks>Scoped service. It keeps nothing of the text; that items were shown is noted where readers are kept. Does not save; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeSuggestions(KnowledgeSearch search, KnowledgeReading reading, CrmActs acts)
{
    private const int MaxTake = 20;
    private const int MaxDescription = 4_000;
    private const int MaxSubject = 500;

    /// <summary>Suggests items for a case that is being written. Call it as often as the text changes.</summary>
    /// <param name="text">What is written so far.</param>
    /// <param name="guestKey">The key of a guest, see <see cref="KnowledgeReading"/>.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The items, the best first; none when nothing is written yet or nothing fits. <c>InvalidValue</c> when a number or the key is out of range.</returns>
    public async Task<CrmResult<IReadOnlyList<KnowledgeHit>>> ForCaseAsync(CaseText text, string? guestKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Take is < 1 or > MaxTake || text.LeastShare is not (>= 0 and <= 1))
        {
            return acts.Errors.InvalidValue(nameof(CaseText), "1 to 20 items and a share of 0 to 1 are expected.");
        }

        var question = new KnowledgeCriteria(QuestionOf(text)) { Language = text.Language, Sku = text.Sku, Take = text.Take };
        var hits = (await search.SearchAsync(question, cancellationToken).ConfigureAwait(false)).Hits;
        List<KnowledgeHit> fitting = [.. hits.Where(h => h.Score >= hits[0].Score * text.LeastShare)];

        // Whoever cannot be known is helped all the same; only what is wrong with the key itself is worth a word.
        var noted = await reading.SuggestedAsync(fitting.Count, guestKey, cancellationToken).ConfigureAwait(false);
        if (noted.Errors.FirstOrDefault(e => e.Code == nameof(CrmErrorDescriber.InvalidValue)) is { } invalid)
        {
            return invalid;
        }

        return fitting;
    }

    // A word that comes twice counts twice.
    private static string QuestionOf(CaseText text)
    {
        var subject = Start(text.Subject, MaxSubject);
        return $"{subject}\n{subject}\n{Start(text.Description ?? string.Empty, MaxDescription)}";
    }

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];
}
