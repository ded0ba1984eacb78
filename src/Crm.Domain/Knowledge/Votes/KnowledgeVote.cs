using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What one reader says of one item: it helped, or it did not. There is one vote of a reader and item, and it can be changed.</summary>
public sealed class KnowledgeVote : AggregateRoot<KnowledgeVoteId>
{
    private KnowledgeVote()
    {
    }

    /// <summary>Votes.</summary>
    /// <param name="id">The id.</param>
    /// <param name="knowledgeItemId">The item.</param>
    /// <param name="reader">The reader's keyed hash, see <see cref="KnowledgeReaders"/>.</param>
    /// <param name="actor">Who votes.</param>
    /// <param name="isHelpful">Whether it helped.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">An id or the hash is the default value.</exception>
    public KnowledgeVote(KnowledgeVoteId id, KnowledgeItemId knowledgeItemId, KnowledgeReaderId reader, Actor actor, bool isHelpful, Instant now)
        : base(id)
    {
        KnowledgeItemId = Guard.NotEmpty(knowledgeItemId);
        Identify(reader, actor);
        IsHelpful = isHelpful;
        VotedAt = ChangedAt = now;
        Raise(new KnowledgeVoted(Id, KnowledgeItemId, IsHelpful, now));
    }

    /// <summary>The item.</summary>
    public KnowledgeItemId KnowledgeItemId { get; private set; }

    /// <summary>The reader's keyed hash.</summary>
    public KnowledgeReaderId Reader { get; private set; }

    /// <summary>What kind of principal reads.</summary>
    public ActorKind ReaderKind { get; private set; }

    /// <summary>The customer who reads, where one is signed in.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>Whether it helped.</summary>
    public bool IsHelpful { get; private set; }

    /// <summary>When it was first voted.</summary>
    public Instant VotedAt { get; private set; }

    /// <summary>When the vote last changed.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>Whether the vote can be changed to this.</summary>
    /// <param name="isHelpful">Whether the item helped.</param>
    /// <returns>The ruling; refused with <c>KnowledgeVoteUnchanged</c>.</returns>
    public CrmRuling CanChange(bool isHelpful) => isHelpful == IsHelpful ? CrmRuling.Refused(e => e.KnowledgeVoteUnchanged()) : CrmRuling.Permitted;

    /// <summary>Changes the vote.</summary>
    /// <param name="isHelpful">Whether the item helped.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The reader says that already.</exception>
    public void Change(bool isHelpful, Instant now)
    {
        CanChange(isHelpful).Demand();
        (IsHelpful, ChangedAt) = (isHelpful, now);
        Raise(new KnowledgeVoteChanged(Id, KnowledgeItemId, IsHelpful, now));
    }

    /// <summary>The guest who voted signed in: it is that reader's vote from now on.</summary>
    /// <param name="reader">The reader's keyed hash.</param>
    /// <param name="actor">Who signed in.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The hash is the default value.</exception>
    public void Claim(KnowledgeReaderId reader, Actor actor, Instant now)
    {
        Identify(reader, actor);
        ChangedAt = now;
        Raise(new KnowledgeVoteClaimed(Id, KnowledgeItemId, now));
    }

    private void Identify(KnowledgeReaderId reader, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        (Reader, ReaderKind, CustomerId) = (Guard.NotEmpty(reader), actor.Kind, KnowledgeReaders.CustomerOf(actor));
    }
}
