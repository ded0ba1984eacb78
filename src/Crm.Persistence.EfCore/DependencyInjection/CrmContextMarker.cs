namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Remembers which context holds the CRM, so that a second registration neither doubles the interceptor nor changes the context.</summary>
internal sealed record CrmContextMarker(Type Context);
