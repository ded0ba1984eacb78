using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one calendar of working hours.</summary>
[CrmId]
public readonly partial record struct ServiceCalendarId;
