using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class DeadlineListTests(SqliteFixture fixture) : DeadlineListSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
