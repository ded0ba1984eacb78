using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeLearningTests(SqliteFixture fixture) : KnowledgeLearningSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
