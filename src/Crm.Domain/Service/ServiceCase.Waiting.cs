using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Since when the customer waits for a word of ours: from opening, or from the first message that nobody answered; null where the last word is ours.</summary>
    public Instant? AwaitingSince { get; private set; }

    /// <summary>Since when we wait for a word of the customer, whom we answered last, in a paused or resolved status; null where we do not.</summary>
    public Instant? SilentSince { get; private set; }

    /// <summary>Place among the others in lists: 0 for the most urgent.</summary>
    public int Rank { get; private set; }

    /// <summary>The place of a priority among the others.</summary>
    /// <param name="priority">The priority.</param>
    /// <returns>0 for the most urgent.</returns>
    public static int RankOf(CasePriority priority) => WorkItem.RankOf(Guard.Defined(priority));

    private void SetPriority(CasePriority priority) => (Priority, Rank) = (priority, WorkItem.RankOf(priority));

    private void CustomerSpoke(Instant now) => (AwaitingSince, SilentSince) = (AwaitingSince ?? now, null);

    private void WeSpoke(Instant now) => (AwaitingSince, SilentSince) = (null, Category is CaseCategory.Paused or CaseCategory.Resolved ? now : null);

    // A case that pauses while the customer waits for an answer is no silence of the customer's.
    private void WaitFrom(CaseCategory category, Instant now)
    {
        if (category is CaseCategory.Resolved or CaseCategory.Closed)
        {
            AwaitingSince = null;
        }

        SilentSince = category == CaseCategory.Resolved || (category == CaseCategory.Paused && AwaitingSince is null) ? now : null;
    }
}
