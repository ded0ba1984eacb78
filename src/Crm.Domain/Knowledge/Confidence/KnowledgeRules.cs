using System.Collections.Frozen;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using static Crm.Domain.Knowledge.KnowledgeConfidence;
using static Crm.Domain.Knowledge.KnowledgeLicence;
using static Crm.Domain.Knowledge.KnowledgeStatus;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Which status and which confidence may follow which, and what licence is needed: the one declaration that the item, its question twins and
/// the documentation use. Confidence, governance and licences are those of Knowledge-Centered Service v6 (Consortium for Service Innovation);
/// which licence is needed for what is set here.
/// </summary>
public static class KnowledgeRules
{
    private static readonly FrozenDictionary<KnowledgeStatus, IReadOnlyList<KnowledgeStatus>> s_status =
        new Dictionary<KnowledgeStatus, IReadOnlyList<KnowledgeStatus>>
        {
            [Draft] = [InReview, Scheduled, Published, KnowledgeStatus.Archived],
            [InReview] = [Draft, Scheduled, Published, KnowledgeStatus.Archived],
            [Scheduled] = [Draft, Scheduled, Published, KnowledgeStatus.Archived],
            [Published] = [Published, KnowledgeStatus.Archived],
            [KnowledgeStatus.Archived] = [Draft, KnowledgeStatus.Archived],
        }.ToFrozenDictionary();

    private static readonly FrozenDictionary<KnowledgeConfidence, IReadOnlyList<KnowledgeConfidence>> s_confidence =
        new Dictionary<KnowledgeConfidence, IReadOnlyList<KnowledgeConfidence>>
        {
            [WorkInProgress] = [NotValidated, Validated],
            [NotValidated] = [WorkInProgress, Validated],
            [Validated] = [WorkInProgress, NotValidated],
            [KnowledgeConfidence.Archived] = [],
        }.ToFrozenDictionary();

    /// <summary>The statuses that may follow; its own where an item can be published, scheduled or replaced anew.</summary>
    /// <param name="from">The status now.</param>
    /// <returns>The next statuses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not defined.</exception>
    public static IReadOnlyList<KnowledgeStatus> From(KnowledgeStatus from) => s_status[Guard.Defined(from)];

    /// <summary>
    /// The confidence that somebody may give an item next. An item becomes archived by being archived, and is work in progress again or not
    /// validated once it is restored.
    /// </summary>
    /// <param name="from">The confidence now.</param>
    /// <returns>The next ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not defined.</exception>
    public static IReadOnlyList<KnowledgeConfidence> From(KnowledgeConfidence from) => s_confidence[Guard.Defined(from)];

    /// <summary>The licence that is needed.</summary>
    /// <param name="work">For what.</param>
    /// <param name="audience">Whom the item is for.</param>
    /// <param name="governance">Who may change the item.</param>
    /// <returns>The lowest licence that is enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not defined.</exception>
    public static KnowledgeLicence Needed(KnowledgeWork work, Audience audience, KnowledgeGovernance governance) =>
        (Guard.Defined(work), Guard.Defined(audience), Guard.Defined(governance)) switch
        {
            (KnowledgeWork.Govern, _, _) or (_, _, KnowledgeGovernance.Compliance) => Publisher,
            (KnowledgeWork.Write, _, _) => Candidate,
            (_, not Audience.Internal, _) => Publisher,
            (KnowledgeWork.Publish, _, _) => Candidate,
            _ => Contributor,
        };
}
