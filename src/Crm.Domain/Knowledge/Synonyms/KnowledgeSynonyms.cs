using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>Keeps the synonyms by which readers find what is written in other words. A list takes effect for all searches once it is saved; no item is touched.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeSynonyms(IKnowledgeSynonymStore lists, CrmActs acts)
{
    /// <summary>Finds the list of a language; for staff.</summary>
    /// <param name="language">The language; its regions and scripts share the list.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The list; null when there is none or the actor is not staff.</returns>
    public async Task<KnowledgeSynonymList?> FindAsync(LanguageTag language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(language);
        return acts.Gate.Actor.IsStaff ? await lists.FindAsync(language.Primary, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Writes the list of a language anew.</summary>
    /// <param name="language">The language; its regions and scripts share the list.</param>
    /// <param name="groups">Groups of words and phrases that say the same; none empties the list.</param>
    /// <param name="expectedVersion">The version the caller saw, 0 for none; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The list, or <c>ActNotAllowed</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeSynonymList>> ReplaceAsync(
        LanguageTag language, IReadOnlyList<IReadOnlyCollection<string>> groups, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(groups);
        return acts.MakeAsync<KnowledgeSynonymList>(
            "knowledge.replace-synonyms",
            async now =>
            {
                var known = await lists.FindAsync(language.Primary, cancellationToken).ConfigureAwait(false);
                if (expectedVersion is { } expected && expected != (known?.Version ?? 0))
                {
                    return acts.Errors.VersionConflict($"{nameof(KnowledgeSynonymList)} {language.Primary}");
                }

                if (known is not null)
                {
                    known.Replace(groups, now);
                    return known;
                }

                var begun = new KnowledgeSynonymList(KnowledgeSynonymListId.New(now), language, groups, now);
                lists.Add(begun);
                return begun;
            },
            cancellationToken);
    }
}
