using Crm.Persistence.Specification.Tenancy;

namespace Crm.Persistence.Sqlite.Tests.Tenancy;

public sealed class TenantReadTests(SqliteFixture fixture) : TenantReadSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
