using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class ReplayTests(SqliteFixture fixture) : ReplaySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
