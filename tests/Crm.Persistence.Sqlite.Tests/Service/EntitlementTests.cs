using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class EntitlementTests(SqliteFixture fixture) : EntitlementSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
