using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.Sqlite.Tests.Saving;

public sealed class WholeWalkTests(SqliteFixture fixture) : WholeWalkSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
