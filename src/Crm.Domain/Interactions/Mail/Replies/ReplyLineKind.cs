namespace Crm.Domain.Interactions;

/// <summary>What one line looks like by itself and its neighbours.</summary>
internal enum ReplyLineKind
{
    Text,
    Blank,
    Quote,

    /// <summary>"On … wrote:", "-----Original Message-----".</summary>
    Header,

    /// <summary>A line of a block "From: … Sent: … To: … Subject: …".</summary>
    Field,
    Delimiter,
    Device,

    /// <summary>The frame of a signed message, an unsubscribe line.</summary>
    Frame,
}
