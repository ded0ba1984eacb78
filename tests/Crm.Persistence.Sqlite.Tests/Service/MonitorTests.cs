using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class MonitorTests(SqliteFixture fixture) : MonitorSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
