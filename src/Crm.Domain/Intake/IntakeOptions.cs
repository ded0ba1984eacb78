using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>How messages are taken in.</summary>
public sealed class IntakeOptions
{
    /// <summary>Shortest memory of what was taken, since mail systems and web hooks deliver again after days.</summary>
    public static readonly Duration ShortestMemory = Duration.FromDays(30);

    /// <summary>Largest batch.</summary>
    public const int MaxBatchSize = 1_000;

    /// <summary>The secret under which <see cref="MessageTokens"/> sign: at least 32 random bytes as Base64, kept apart from the database.</summary>
    /// <value>Null by default: no message is known to be an answer to ours by its signature.</value>
    public string? TokenKey { get; set; }

    /// <summary>Secrets that were used before, so that what was signed under them still leads to its case.</summary>
    /// <value>Empty by default.</value>
    public IList<string> FormerTokenKeys { get; } = [];

    /// <summary>How a case is named in subjects: a composite format with the number at {0}.</summary>
    /// <value><c>[Case#{0}]</c> by default.</value>
    public string CaseReferenceFormat { get; set; } = "[Case#{0}]";

    /// <summary>Where, besides the subject, a reference to a case counts.</summary>
    /// <value>Nowhere by default.</value>
    public CaseReferencePlaces SearchCaseReferenceIn { get; set; }

    /// <summary>
    /// Whether a message of somebody who is not on a case goes into it when it refers to it. It is marked as a third party's, read by
    /// staff alone, answered by no program, and recorded at its sender, not at the case's customer.
    /// </summary>
    /// <value>True by default; when false, such a message opens a case of its own.</value>
    public bool AllowFollowUpFromStrangers { get; set; } = true;

    /// <summary>Whether senders who are not known are recorded as new persons, prospects with the address they wrote from.</summary>
    /// <value>True by default; when false, their messages are refused with <c>SenderUnknown</c>.</value>
    public bool RecordsUnknownSenders { get; set; } = true;

    /// <summary>Whether messages are taken from addresses on the <see cref="SuppressionList"/>, such as those of erased persons, and record them anew.</summary>
    /// <value>False by default: they are refused with <c>SenderSuppressed</c>, so that mail delivered late does not bring back what was erased.</value>
    public bool TakesSuppressedSenders { get; set; }

    /// <summary>Who sent a message from an address that several customers share.</summary>
    /// <value><see cref="AmbiguousSenders.MostRecent"/> by default.</value>
    public AmbiguousSenders AmbiguousSenders { get; set; }

    /// <summary>Channels whose messages are recorded as contacts and open no case; they still go into a case that they refer to.</summary>
    /// <value>Empty by default.</value>
    public ISet<ChannelKey> ChannelsWithoutCases { get; } = new HashSet<ChannelKey>();

    /// <summary>Our own addresses. What comes from them is our own mail come back, and is refused with <c>MessageIsOurs</c>.</summary>
    /// <value>Empty by default.</value>
    public ISet<string> OwnAddresses { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields by which the host's own mail gateway says what a message is; only for mail that passed it.</summary>
    /// <value>Null by default: such fields count for nothing.</value>
    public TrustedMailHeaders? TrustedHeaders { get; set; }

    /// <summary>How many automatic answers there are at most.</summary>
    public LoopCeilings Ceilings { get; set; } = new();

    /// <summary>How much a message can bring.</summary>
    public MessageLimits Limits { get; set; } = new();

    /// <summary>For how long it is remembered what was taken, independently of what it became. See <see cref="MessageIntake.ForgetAsync"/>.</summary>
    /// <value>90 days by default; at least <see cref="ShortestMemory"/>.</value>
    public Duration Memory { get; set; } = Duration.FromDays(90);

    /// <summary>How many messages of a batch are written in one transaction.</summary>
    /// <value>200 by default; 1 to 1,000.</value>
    public int BatchSize { get; set; } = 200;

    internal bool IsUsable => Memory >= ShortestMemory && BatchSize is >= 1 and <= MaxBatchSize && CaseReferenceFormat?.Contains("{0}", StringComparison.Ordinal) == true
        && Ceilings is not null && Limits is { MaxTextLength: > 0, MaxBodyLength: > 0 and <= Interaction.MaxBodyLength, MaxAttachments: >= 0 and <= Interaction.MaxAttachments, MaxAttachmentBytes: >= 0, MaxReceivers: >= 0 and < Interaction.MaxParticipants, MaxLinks: >= 0 };
}
