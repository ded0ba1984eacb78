namespace Crm.Domain.Service;

/// <summary>What holds for service levels.</summary>
public sealed class ServiceLevelOptions
{
    /// <summary>Key of the calendar of policies that name none.</summary>
    /// <value><c>default</c> by default.</value>
    public string DefaultCalendar { get; set; } = "default";

    internal bool IsUsable() => DefaultCalendar is { Length: > 0 and <= ServiceCalendar.MaxKeyLength };
}
