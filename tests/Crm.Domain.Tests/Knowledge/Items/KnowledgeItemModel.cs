using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge.Items;

/// <summary>A plain model of a knowledge item, written from the rules and not from the code.</summary>
internal sealed class KnowledgeItemModel
{
    public enum Place
    {
        Desk,
        Review,
        Out,
        Away,
    }

    public Place Stands { get; set; }

    public Instant? From { get; set; }

    public Instant? Until { get; set; }

    public bool HasNext { get; set; }

    public bool IsReviewed { get; set; }

    public bool IsEmpty { get; set; }

    public string Writer { get; set; } = "ada";

    public Audience Audience { get; set; }

    public bool IsStrict { get; set; }

    public KnowledgeConfidence Trust { get; set; } = KnowledgeConfidence.NotValidated;

    public int Reuses { get; set; }

    public int Versions { get; set; } = 1;

    public bool IsInside => Audience == Audience.Internal;

    public KnowledgeStatus At(Instant now) => Stands switch
    {
        Place.Desk => KnowledgeStatus.Draft,
        Place.Review => KnowledgeStatus.InReview,
        Place.Away => KnowledgeStatus.Archived,
        _ => Until <= now ? KnowledgeStatus.Archived : From > now ? KnowledgeStatus.Scheduled : KnowledgeStatus.Published,
    };

    /// <summary>The table of licences: candidate 0, contributor 1, publisher 2.</summary>
    public int Needed(string work) => IsStrict || work == "govern" ? 2 : work switch
    {
        "write" => 0,
        "publish" => IsInside ? 0 : 2,
        _ => IsInside ? 1 : 2,
    };

    /// <summary>Nothing of it is out any more.</summary>
    public void TakeBack() => (Stands, From, Until, HasNext) = (Place.Desk, null, null, false);

    /// <summary>Something else is said by somebody with a licence.</summary>
    public void Doubt(int licence)
    {
        Trust = IsEmpty ? KnowledgeConfidence.WorkInProgress
            : Trust == KnowledgeConfidence.WorkInProgress || licence < Needed("validate") ? KnowledgeConfidence.NotValidated
            : Trust;
        Reuses = Trust == KnowledgeConfidence.Validated ? Reuses : 0;
    }
}
