using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>Somebody whom another service signed in.</summary>
/// <param name="Issuer">The service, such as the <c>iss</c> of an ID token of OpenID Connect; at most 255 characters.</param>
/// <param name="Subject">Who it is there, such as the <c>sub</c> of an ID token; at most 255 characters.</param>
/// <param name="Email">The address that the service knows.</param>
/// <param name="IsEmailVerified">Whether the service says that it verified the address, such as by <c>email_verified</c>.</param>
public sealed record PortalIdentity(string Issuer, string Subject, EmailAddress Email, bool IsEmailVerified);
