using Crm.Persistence.Specification.Tenancy;

namespace Crm.Persistence.PostgreSql.Tests.Tenancy;

public sealed class TenantWriteTests(PostgreSqlFixture fixture) : TenantWriteSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
