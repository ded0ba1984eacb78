using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one version of a service level policy: what it promised from some moment on.</summary>
[CrmId]
public readonly partial record struct SlaPolicyVersionId;
