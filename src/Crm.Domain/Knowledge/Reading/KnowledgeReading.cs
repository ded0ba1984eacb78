using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Keeps what readers do with the knowledge base, so that it can be measured and learned from: asked, opened, solved, filed a case after
/// all. Readers are known by keyed hashes alone, questions by keyed hashes of their words, and of cases that are being written nothing
/// is kept but that items were shown. Acts of one reader within <see cref="KnowledgeReadingOptions.Pause"/> are one session.
/// </summary>
/// <remarks>
/// Scoped service, for every actor. No act saves unless it says so; the host saves once. A guest needs a <c>guestKey</c>, by which the host
/// knows it again, such as the random value of a cookie to which the guest agreed.
/// </remarks>
[FrontDoor]
public sealed class KnowledgeReading(
    IKnowledgeSessionStore sessions, IKnowledgeVoteStore votes, IKnowledgeLessonStore lessons, KnowledgeReaders readers, TextAnalysers analysers,
    KnowledgeReadingOptions options, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private const int MaxRecent = 100;

    private readonly QuestionWords _words = new(sessions, readers, analysers, options);

    /// <summary>Notes that a question was asked, and what the search found. The text is cut into words of which only keyed hashes are kept.</summary>
    /// <param name="text">The question; its first 1,000 characters and 16 words count.</param>
    /// <param name="answer">What <see cref="KnowledgeSearch.SearchAsync"/> found.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The session, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeSessionId>> SearchedAsync(string text, KnowledgeAnswer answer, string? guestKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(answer);

        // Where there was nothing to search yet, what is asked is worth the more.
        return SearchedAsync(text, LanguageTag.Parse(answer.Language ?? QuestionLanguage.Guess(text) ?? "en"), answer.Hits.Count, guestKey, cancellationToken);
    }

    /// <summary>Notes that a question was asked and answered with hits. The text is cut into words of which only keyed hashes are kept.</summary>
    /// <param name="text">The question; its first 1,000 characters and 16 words count.</param>
    /// <param name="language">The language in which it was searched.</param>
    /// <param name="hits">How many items were shown for it.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The session, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeSessionId>> SearchedAsync(
        string text, LanguageTag language, int hits, string? guestKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        return InSessionAsync(guestKey, async (session, now) =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(hits);
            var words = session.MayAsk ? await _words.OfAsync(text, language.Primary, session.Reader, now, cancellationToken).ConfigureAwait(false) : [];
            session.Ask(language.Primary, hits, words, options.CaseWindow, now);
        }, cancellationToken);
    }

    /// <summary>Notes that items were shown beside a case that is being written. Nothing of its text is kept.</summary>
    /// <param name="hits">How many items were shown.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The session, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeSessionId>> SuggestedAsync(int hits, string? guestKey = null, CancellationToken cancellationToken = default) =>
        InSessionAsync(guestKey, (session, now) =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(hits);
            session.Ask(null, hits, [], options.CaseWindow, now);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Notes that an item was opened.</summary>
    /// <param name="item">The item; published, for an audience of the actor's.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The session, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>KnowledgeItemNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeSessionId>> OpenedAsync(KnowledgeItemId item, string? guestKey = null, CancellationToken cancellationToken = default) =>
        WithItemAsync(item, guestKey, (session, now) => session.Open(item, options.CaseWindow, now), cancellationToken);

    /// <summary>Notes that an item solved the reader's problem.</summary>
    /// <inheritdoc cref="OpenedAsync" path="/param" />
    /// <returns>The session, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>KnowledgeItemNotFound</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<KnowledgeSessionId>> SolvedAsync(KnowledgeItemId item, string? guestKey = null, CancellationToken cancellationToken = default)
    {
        var noted = await WithItemAsync(item, guestKey, (session, now) => session.Solve(item, options.CaseWindow, now), cancellationToken).ConfigureAwait(false);
        if (noted.Succeeded)
        {
            await lessons.AskAsync([item], acts.Now + options.LearnsAfter, cancellationToken).ConfigureAwait(false);
        }

        return noted;
    }

    /// <summary>Notes that the reader filed a case. Cases of signed-in customers that were opened elsewhere are found without it.</summary>
    /// <param name="filed">The record that was filed.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The session, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeSessionId>> FiledAsync(SubjectReference? filed = null, string? guestKey = null, CancellationToken cancellationToken = default) =>
        InSessionAsync(guestKey, (session, now) =>
        {
            session.File(filed, options.CaseWindow, now);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>
    /// Makes what a guest did that of the signed-in reader: sessions, and votes on items on which the reader has not voted. Call it when
    /// somebody signs in, and give the browser a new key when somebody signs out. Saves.
    /// </summary>
    /// <param name="guestKey">The key of the guest who signed in.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many sessions, or <c>ActNotAllowed</c> for a guest, <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> SignInAsync(string guestKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(guestKey);
        return unitOfWork.InTransactionAsync(token => MakeAsync<int>(async now =>
        {
            var actor = acts.Gate.Actor;
            if (actor.Kind == ActorKind.Guest)
            {
                return acts.Errors.ActNotAllowed("knowledge.sign-in");
            }

            if (readers.OfGuest(guestKey) is not { } guest || readers.Of(actor) is not { } reader)
            {
                return acts.Errors.KnowledgeReaderUnknown();
            }

            foreach (var vote in await votes.OfReaderAsync(guest, token).ConfigureAwait(false))
            {
                if (await votes.FindAsync(vote.KnowledgeItemId, reader, token).ConfigureAwait(false) is null)
                {
                    vote.Claim(reader, actor, now);
                }
                else
                {
                    votes.Remove(vote);
                }
            }

            return await sessions.ClaimAsync(guest, reader, actor.Kind, KnowledgeReaders.CustomerOf(actor), token).ConfigureAwait(false);
        }, token), cancellationToken);
    }

    /// <summary>Removes everything of the reader: sessions and votes. For a guest that is the only way, since nobody else can name it. Saves.</summary>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many sessions and votes, or <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ForgetAsync(string? guestKey = null, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => MakeAsync<int>(async _ =>
        {
            if (readers.Of(acts.Gate.Actor, guestKey) is not { } reader)
            {
                return acts.Errors.KnowledgeReaderUnknown();
            }

            var voted = await votes.OfReaderAsync(reader, token).ConfigureAwait(false);
            foreach (var vote in voted)
            {
                votes.Remove(vote);
            }

            return voted.Count + await sessions.RemoveAsync(reader, token).ConfigureAwait(false);
        }, token),
        cancellationToken);

    /// <summary>Lists what a customer read lately, signed in or before signing in, for the agent who is called next.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="since">The earliest opening; null for the last 30 days.</param>
    /// <param name="take">How many items at most; 1 to 100.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The items, the last opened first; none when the actor is not of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 100.</exception>
    public async Task<IReadOnlyList<ReadItem>> OfCustomerAsync(CustomerId customerId, Instant? since = null, int take = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxRecent);
        return acts.Gate.Actor.IsStaff
            ? await sessions.RecentAsync(customerId, since ?? acts.Now - Duration.FromDays(30), take, cancellationToken).ConfigureAwait(false)
            : [];
    }

    private Task<CrmResult<KnowledgeSessionId>> WithItemAsync(
        KnowledgeItemId item, string? guestKey, Action<KnowledgeSession, Instant> note, CancellationToken cancellationToken) =>
        InSessionAsync(guestKey, async (session, now) =>
        {
            if (!await sessions.IsReadableAsync(item, acts.Gate.ReadableAudiences, now, cancellationToken).ConfigureAwait(false))
            {
                throw new CrmRuleException(acts.Errors.KnowledgeItemNotFound(item.ToString()));
            }

            note(session, now);
        }, cancellationToken);

    private Task<CrmResult<KnowledgeSessionId>> InSessionAsync(string? guestKey, Func<KnowledgeSession, Instant, Task> note, CancellationToken cancellationToken) =>
        MakeAsync<KnowledgeSessionId>(async now =>
        {
            var actor = acts.Gate.Actor;
            if (readers.Of(actor, guestKey) is not { } reader)
            {
                return acts.Errors.KnowledgeReaderUnknown();
            }

            var current = await sessions.CurrentAsync(reader, now - options.Pause, cancellationToken).ConfigureAwait(false);
            var session = current ?? new KnowledgeSession(KnowledgeSessionId.New(now), reader, actor, now);
            await note(session, now).ConfigureAwait(false);
            if (current is null)
            {
                sessions.Add(session);
            }

            return session.Id;
        }, cancellationToken);

    private Task<CrmResult<T>> MakeAsync<T>(Func<Instant, Task<CrmResult<T>>> make, CancellationToken cancellationToken)
        where T : notnull => acts.MakeOwnAsync(
        now => readers.HasSecret ? make(now) : Task.FromResult<CrmResult<T>>(acts.Errors.KnowledgeReaderSecretMissing()), cancellationToken);
}
