using Crm.Persistence.Specification.Tenancy;

namespace Crm.Persistence.Sqlite.Tests.Tenancy;

public sealed class TenantWriteTests(SqliteFixture fixture) : TenantWriteSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
