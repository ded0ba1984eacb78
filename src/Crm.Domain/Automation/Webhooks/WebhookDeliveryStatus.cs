namespace Crm.Domain.Automation;

/// <summary>Where a delivery of an event to another system stands.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>It is sent when it is due.</summary>
    Waiting,

    /// <summary>The other system took it.</summary>
    Delivered,

    /// <summary>It was given up; replay it once the cause is repaired.</summary>
    Parked,
}
