using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Points that a lead got for one thing it did. Part of <see cref="Lead"/>.</summary>
public sealed class LeadPoints
{
    private LeadPoints() => Action = null!;

    internal LeadPoints(int ordinal, LeadScoreAction action, Instant at) => (Ordinal, Action, Group, Points, At) = (ordinal, action.Key, action.Group, action.Points, at);

    /// <summary>The place, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Key of the action.</summary>
    public string Action { get; private set; }

    /// <summary>Group of the action; null for none.</summary>
    public string? Group { get; private set; }

    /// <summary>The points, below zero too.</summary>
    public int Points { get; private set; }

    /// <summary>When.</summary>
    public Instant At { get; private set; }
}
