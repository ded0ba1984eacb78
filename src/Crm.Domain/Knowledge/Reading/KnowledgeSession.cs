using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// What one reader did in one go: asked, was shown items, opened them, was helped or filed a case. A trace, no business record: it is
/// not audited, raises no events, holds no text, and goes when its time is over or the customer is erased.
/// </summary>
public sealed class KnowledgeSession
{
    /// <summary>Most questions that are kept of one session; further ones are not.</summary>
    public const int MaxQuestions = 100;

    /// <summary>Most items that are kept of one session; further ones are not.</summary>
    public const int MaxReadings = 200;

    private readonly List<KnowledgeQuestion> _questions = [];
    private readonly List<QuestionWord> _words = [];
    private readonly List<ItemReading> _readings = [];

    private KnowledgeSession()
    {
    }

    internal KnowledgeSession(KnowledgeSessionId id, KnowledgeReaderId reader, Actor actor, Instant now) => (Id, Reader, ReaderKind, CustomerId, StartedAt) =
        (Guard.NotEmpty(id), reader, actor.Kind, KnowledgeReaders.CustomerOf(actor), now);

    /// <summary>Its id.</summary>
    public KnowledgeSessionId Id { get; private set; }

    /// <summary>The reader's keyed hash, see <see cref="KnowledgeReaders"/>.</summary>
    public KnowledgeReaderId Reader { get; private set; }

    /// <summary>What kind of principal reads.</summary>
    public ActorKind ReaderKind { get; private set; }

    /// <summary>The customer who reads, where one is signed in.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>When it began.</summary>
    public Instant StartedAt { get; private set; }

    /// <summary>The last act of the reader.</summary>
    public Instant LastAt { get; private set; }

    /// <summary>Until when a case of the reader counts as filed in spite of this session.</summary>
    public Instant CaseUntil { get; private set; }

    /// <summary>When items were first shown, by a search or beside a case that was being written.</summary>
    public Instant? ShownAt { get; private set; }

    /// <summary>When an item was first opened after items had been shown.</summary>
    public Instant? OpenedAt { get; private set; }

    /// <summary>When the reader first said that the problem is solved.</summary>
    public Instant? SolvedAt { get; private set; }

    /// <summary>When a case was first filed out of the session.</summary>
    public Instant? FiledAt { get; private set; }

    /// <summary>Kind of the record that was filed.</summary>
    public string? FiledKind { get; private set; }

    /// <summary>Id of the record that was filed.</summary>
    public Guid? FiledId { get; private set; }

    /// <summary>When it was looked at for what helped, after <see cref="CaseUntil"/>.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>The questions, oldest first.</summary>
    public IReadOnlyList<KnowledgeQuestion> Questions => _questions;

    /// <summary>The words of the questions as keyed hashes; not loaded with the session.</summary>
    public IReadOnlyList<QuestionWord> Words => _words;

    /// <summary>The items that were opened.</summary>
    public IReadOnlyList<ItemReading> Readings => _readings;

    internal bool MayAsk => _questions.Count < MaxQuestions;

    /// <summary>Notes a question; its words are known only as hashes.</summary>
    internal void Ask(string? language, int hits, IEnumerable<Guid> words, Duration window, Instant now)
    {
        Act(window, now);
        if (hits > 0)
        {
            ShownAt ??= now;
        }

        // A case that is being written is one question, however often its text changes.
        var isSame = language is null && _questions.MaxBy(q => (q.At, q.Id)) is { Language: null };
        if (MayAsk && !isSame)
        {
            var question = new KnowledgeQuestion(Version7.Create(now), Reader, language, hits, now);
            _questions.Add(question);
            _words.AddRange(words.Select(w => new QuestionWord(question.Id, w, Reader)));
        }
    }

    /// <summary>Notes that an item was opened.</summary>
    internal ItemReading? Open(KnowledgeItemId item, Duration window, Instant now)
    {
        Act(window, now);
        if (ShownAt is not null)
        {
            OpenedAt ??= now;
        }

        if (_readings.Find(r => r.KnowledgeItemId == item) is not { } reading)
        {
            if (_readings.Count >= MaxReadings)
            {
                return null;
            }

            reading = new ItemReading(Version7.Create(now), item, Reader, _questions.MaxBy(q => (q.At, q.Id))?.Id, now);
            _readings.Add(reading);
        }

        return reading;
    }

    /// <summary>Notes what the reader says of an item.</summary>
    internal void Judge(KnowledgeItemId item, bool helped, Duration window, Instant now)
    {
        if (Open(item, window, now) is { } reading)
        {
            reading.HelpedAt = helped ? reading.HelpedAt ?? now : null;
            reading.FailedAt = helped ? null : reading.FailedAt ?? now;
        }
    }

    /// <summary>Notes that the reader takes back what it said of an item.</summary>
    internal void Unjudge(KnowledgeItemId item)
    {
        if (_readings.Find(r => r.KnowledgeItemId == item) is { } reading)
        {
            reading.HelpedAt = reading.FailedAt = null;
        }
    }

    /// <summary>Notes that the reader's problem is solved.</summary>
    internal void Solve(KnowledgeItemId item, Duration window, Instant now)
    {
        Judge(item, true, window, now);
        SolvedAt ??= now;
    }

    /// <summary>Notes that a case was filed.</summary>
    internal void File(SubjectReference? filed, Duration window, Instant now)
    {
        Act(window, now);
        if (FiledAt is null)
        {
            (FiledAt, FiledKind, FiledId) = (now, filed?.Kind, filed?.Id);
        }
    }

    /// <summary>
    /// Ends it: where no case was filed, the item that was opened last after each question helped, unless the reader said otherwise.
    /// </summary>
    /// <returns>The items that turned out to have helped.</returns>
    internal IReadOnlyList<KnowledgeItemId> Settle(bool isFiled, Instant now)
    {
        SettledAt = now;
        if (isFiled)
        {
            return [];
        }

        var helped = _readings.Where(r => r.QuestionId is not null).GroupBy(r => r.QuestionId).Select(g => g.MaxBy(r => (r.OpenedAt, r.Id))!)
            .Where(r => r.HelpedAt is null && r.FailedAt is null).ToList();
        helped.ForEach(r => r.HelpedAt = LastAt);
        return [.. helped.Select(r => r.KnowledgeItemId)];
    }

    private void Act(Duration window, Instant now) => (LastAt, CaseUntil, SettledAt) = (now, now + window, null);
}
