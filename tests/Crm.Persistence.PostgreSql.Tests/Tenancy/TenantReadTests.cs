using Crm.Persistence.Specification.Tenancy;

namespace Crm.Persistence.PostgreSql.Tests.Tenancy;

public sealed class TenantReadTests(PostgreSqlFixture fixture) : TenantReadSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
