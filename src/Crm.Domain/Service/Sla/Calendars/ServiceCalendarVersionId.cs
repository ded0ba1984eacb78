using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one version of a calendar: its working hours from some moment on.</summary>
[CrmId]
public readonly partial record struct ServiceCalendarVersionId;
