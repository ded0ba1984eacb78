using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.PostgreSql.Tests.Service;

public sealed class EntitlementTests(PostgreSqlFixture fixture) : EntitlementSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
