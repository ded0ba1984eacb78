namespace Crm.Domain.Service;

/// <summary>What kind of work it is.</summary>
public enum WorkItemKind
{
    /// <summary>A service case.</summary>
    Case,

    /// <summary>A contact: a call, a chat, a message.</summary>
    Interaction,

    /// <summary>A customer to call back. Nobody waits on the line, so it is never counted as abandoned.</summary>
    Callback,
}
