using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What dispatchers must know of a technician.</summary>
/// <param name="Name">The name, as customers read it.</param>
/// <param name="Hours">The working hours, with their zone.</param>
public sealed record TechnicianProfile(string Name, ServiceHours Hours)
{
    /// <summary>What the technician can do.</summary>
    /// <value>Empty by default; at most <see cref="Technician.MaxSkills"/>.</value>
    public IReadOnlyList<TechnicianSkillDetails> Skills { get; init; } = [];

    /// <summary>Where the day's tour begins and ends.</summary>
    /// <value>Null by default: not known, so that no day can be planned for the technician.</value>
    public GeoPoint? Home { get; init; }

    /// <summary>The time that is kept free after each visit, in whole slots of <see cref="VisitGrid"/>.</summary>
    /// <value>Nothing by default; at most four hours.</value>
    public Duration Buffer { get; init; }

    /// <summary>The address that appointments are sent to.</summary>
    /// <value>Null by default.</value>
    public Values.EmailAddress? Email { get; init; }
}
