namespace Crm.Domain.Service;

/// <summary>An agent's membership of a queue. Part of <see cref="WorkQueue"/>.</summary>
public sealed class QueueMember
{
    /// <summary>Greatest weight.</summary>
    public const int MaxWeight = 100;

    private QueueMember() => UserId = null!;

    internal QueueMember(string userId, int weight, long turn) => (UserId, Weight, Turn) = (userId, weight, turn);

    /// <summary>The agent's id in the host's user directory.</summary>
    public string UserId { get; private set; }

    /// <summary>The share of work the agent is to get, in relation to the others' weights.</summary>
    public int Weight { get; internal set; }

    /// <summary>When it is the agent's turn: the lowest is next. Kept by routing itself.</summary>
    public long Turn { get; private set; }
}
