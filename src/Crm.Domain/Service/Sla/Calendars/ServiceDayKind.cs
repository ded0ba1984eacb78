namespace Crm.Domain.Service;

/// <summary>How a date differs from its day of the week.</summary>
public enum ServiceDayKind
{
    /// <summary>Closed all day.</summary>
    Holiday,

    /// <summary>Open at hours of its own: an extra working day, or shorter or longer hours.</summary>
    Hours,

    /// <summary>Closed for some hours, whatever else is said of it.</summary>
    Break,
}
