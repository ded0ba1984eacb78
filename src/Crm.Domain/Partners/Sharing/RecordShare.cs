using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>One record that one partner may see for a time: a case, an interaction, a lead or an opportunity.</summary>
public sealed class RecordShare : AggregateRoot<RecordShareId>
{
    /// <summary>Longest comment.</summary>
    public const int MaxCommentLength = 4_000;

    /// <summary>Most comments.</summary>
    public const int MaxComments = 500;

    private static readonly string[] s_kinds = [SubjectKinds.Case, SubjectKinds.Interaction, SubjectKinds.Lead, SubjectKinds.Opportunity];

    private readonly List<ShareComment> _comments = [];

    private RecordShare() => SubjectKind = SharedBy = null!;

    /// <summary>Shares a record.</summary>
    /// <param name="id">The id.</param>
    /// <param name="partnerId">The partner.</param>
    /// <param name="subject">The record: a case, an interaction, a lead or an opportunity.</param>
    /// <param name="customerId">The customer that it is about; null where that is not known.</param>
    /// <param name="access">What the partner may do with it.</param>
    /// <param name="until">From when on it may not any more; null for no end.</param>
    /// <param name="sharedBy">Who shares it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The record is of another kind, or the end is not in the future.</exception>
    public RecordShare(RecordShareId id, PartnerId partnerId, SubjectReference subject, CustomerId? customerId, ShareAccess access, Instant? until, string sharedBy, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(subject);
        PartnerId = Guard.NotEmpty(partnerId);
        SubjectKind = s_kinds.Contains(subject.Kind) ? subject.Kind : throw new ArgumentException($"Of {string.Join(", ", s_kinds)} one can be shared.", nameof(subject));
        SubjectId = subject.Id == Guid.Empty ? throw new ArgumentException("The empty id names no record.", nameof(subject)) : subject.Id;
        CustomerId = customerId;
        Access = Guard.Defined(access);
        SharedBy = Guard.Line(sharedBy, Actor.MaxIdLength);
        Until = until <= now ? throw new ArgumentException("The end is in the future.", nameof(until)) : until is { } end ? Guard.Storable(end, nameof(until)) : null;
        From = Guard.Storable(now);
        Raise(new RecordShared(Id, PartnerId, Subject, Access, Until, now));
    }

    /// <summary>The partner.</summary>
    public PartnerId PartnerId { get; private set; }

    /// <summary>Kind of the record.</summary>
    public string SubjectKind { get; private set; }

    /// <summary>Id of the record.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The customer that the record is about; null where that is not known.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>What the partner may do with it.</summary>
    public ShareAccess Access { get; private set; }

    /// <summary>Who shared it.</summary>
    public string SharedBy { get; private set; }

    /// <summary>Since when.</summary>
    public Instant From { get; private set; }

    /// <summary>From when on the partner may not see it any more; null for no end.</summary>
    public Instant? Until { get; private set; }

    /// <summary>When it was taken back.</summary>
    public Instant? RevokedAt { get; private set; }

    /// <summary>When the partner changed the record last.</summary>
    public Instant? EditedAt { get; private set; }

    /// <summary>The record.</summary>
    public SubjectReference Subject => new(SubjectKind, SubjectId);

    /// <summary>What was written about it, in order.</summary>
    public IReadOnlyList<ShareComment> Comments => [.. _comments.OrderBy(c => c.Number)];

    /// <summary>Whether the partner may see the record at an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>True when it may.</returns>
    public bool IsOpenAt(Instant now) => RevokedAt is null && now >= From && !(now >= Until);

    /// <summary>Whether a comment can be written.</summary>
    /// <param name="isOfPartner">Whether the partner writes it.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>RecordShareOver</c>, <c>RecordShareTooNarrow</c> where the partner only reads, <c>RecordShareFull</c>.</returns>
    public CrmRuling CanComment(bool isOfPartner, Instant now) => !IsOpenAt(now) ? CrmRuling.Refused(e => e.RecordShareOver())
        : isOfPartner && Access < ShareAccess.Comment ? CrmRuling.Refused(e => e.RecordShareTooNarrow(e.NameOf(ShareAccess.Comment)))
        : _comments.Count >= MaxComments ? CrmRuling.Refused(e => e.RecordShareFull(MaxComments))
        : CrmRuling.Permitted;

    /// <summary>Writes a comment.</summary>
    /// <param name="author">Name of who writes.</param>
    /// <param name="isOfPartner">Whether the partner writes it.</param>
    /// <param name="body">The text.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not shared any more, the partner only reads, or there are too many comments.</exception>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public void Comment(string author, bool isOfPartner, string body, Instant now)
    {
        CanComment(isOfPartner, now).Demand();
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        _comments.Add(new ShareComment(_comments.Count + 1, Guard.Line(author, 200), isOfPartner, Guard.Text(body, MaxCommentLength), now));
        Raise(new SharedRecordCommented(Id, PartnerId, Subject, isOfPartner, now));
    }

    /// <summary>Whether the partner can change the record.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>RecordShareOver</c>, <c>RecordShareTooNarrow</c>.</returns>
    public CrmRuling CanEdit(Instant now) => !IsOpenAt(now) ? CrmRuling.Refused(e => e.RecordShareOver())
        : Access < ShareAccess.Edit ? CrmRuling.Refused(e => e.RecordShareTooNarrow(e.NameOf(ShareAccess.Edit)))
        : CrmRuling.Permitted;

    /// <summary>Notes that the partner changed a field of the record.</summary>
    /// <param name="field">The field.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not shared any more, or the partner only reads.</exception>
    /// <exception cref="ArgumentException">The field is not defined.</exception>
    public void Edit(SharedField field, Instant now)
    {
        CanEdit(now).Demand();
        Guard.Defined(field);
        EditedAt = now;
        Raise(new SharedRecordEdited(Id, PartnerId, Subject, field, now));
    }

    /// <summary>Whether it can be taken back.</summary>
    /// <returns>The ruling; refused with <c>RecordShareOver</c> where it was.</returns>
    public CrmRuling CanRevoke() => RevokedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.RecordShareOver());

    /// <summary>Takes it back: the partner sees the record no more.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was taken back.</exception>
    public void Revoke(Instant now)
    {
        CanRevoke().Demand();
        RevokedAt = now;
        Raise(new RecordShareRevoked(Id, PartnerId, Subject, now));
    }
}
