using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.Sqlite.Tests.Model;

public sealed class TextTests(SqliteFixture fixture) : TextSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
